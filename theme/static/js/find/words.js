// The texts of the interface that scripts fill in: they come with the page, from the same catalogue as all others.

/** @param {object} texts by id; a plural has forms by CLDR category */
export function makeWords(texts, language) {
  const plurals = new Intl.PluralRules(language);
  const digits = [...texts["number.digits"]];
  const inDigits = (text) => text.replace(/[0-9]/g, (digit) => digits[digit]);
  const number = (n) => inDigits(String(n).replace(/\B(?=(?:[0-9]{3})+$)/g, texts["number.thousands"]));
  const written = (value) => (typeof value === "number" ? number(value) : value);
  const fill = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => written(values[name]));
  return {
    number,
    text: (id, values = {}) => fill(texts[id], values),
    plural: (id, count, values = {}) =>
      fill(texts[id][plurals.select(count)] ?? texts[id].other, { count, ...values }),
    day: (iso) => {
      const [year, month, day] = iso.split("-");
      const values = { day: Number(day), month: texts[`month.full.${Number(month)}`], year: inDigits(year) };
      return fill(texts["date.day"], values).replaceAll(" ", "\u00a0");
    },
    range(from, to) {
      if (from && to) return this.text("date.range-wide", { first: this.day(from), last: this.day(to) });
      return this.text(from ? "find.date-from" : "find.date-to", { date: this.day(from || to) });
    },
  };
}
