// One rule for what a reader types and what is written: spellings that sound alike become one term.
// chronicle/folding.py is the same rule for the build; tests/js/folding.json holds the cases of both.

const SILENT = "'’‘`´ʼʿʾʻʹ\\u200c\\u200d";
const SIGNS = "\\u0300-\\u036f\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06ed";
const WORD = new RegExp(`[\\p{L}\\p{N}${SIGNS}${SILENT}]+`, "gu");
const MARKS = new RegExp(`[${SIGNS}\\u0621\\u0640${SILENT}]`, "gu");
const ARTICLE = /^(?:[aeu]l|[ae](?:d|n|r|sh?|t|z)|a[dt]h)$/;
const LETTERS = new Map([
  ...Object.entries({ ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ł: "l", ı: "i", ð: "d", þ: "t" }),
  ...[..."ٱىیکةھہە"].map((letter, at) => [letter, "اييكهههه"[at]]),
  ...[..."٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"].map((digit, at) => [digit, String(at % 10)]),
]);
const OTHER = new RegExp(`[${[...LETTERS.keys()].join("")}]`, "gu");
const SOUNDS = [
  [/sch|[sc]h/g, "s"],
  [/dj/g, "j"],
  [/[qc]/g, "k"],
  [/([bdfgjklmnprtvwz])h/g, "$1"],
  [/[ae]h$/, "a"],
  [/([iou])h$/, "$1"],
  [/y/g, "i"],
  [/ee/g, "i"],
  [/o[ou]/g, "u"],
  [/([a-z])\1+/g, "$1"],
  [/[ae]i/g, "e"],
  [/^(?:[وفبك]ال(?=...)|لل(?=...)|ال(?=..))/, ""],
];

/** @returns {{term: string, start: number, end: number}[]} the folded terms of a text, each with its place in it */
export function words(text) {
  const found = [];
  for (const match of text.matchAll(WORD)) {
    const term = foldWord(match[0]);
    if (term) found.push({ term, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** @returns {string[]} the folded terms of a text in their order; articles and lone signs are left out */
export function terms(text) {
  return words(text).map(({ term }) => term);
}

function foldWord(word) {
  const letters = word.normalize("NFKD").toLowerCase().replaceAll("c\u0327", "ch");
  let bare = letters.replace(MARKS, "").replace(OTHER, (letter) => LETTERS.get(letter));
  if (ARTICLE.test(bare)) return "";
  for (const [pattern, instead] of SOUNDS) bare = bare.replace(pattern, instead);
  return bare;
}
