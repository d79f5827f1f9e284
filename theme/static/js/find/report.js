// What is said of the list: the count, which is a status and speaks once after a rest; what is under way; what failed.
import { button, element, put } from "./dom.js";

const REST = 250; // ms

/** @param {HTMLElement} count with the number of events */
export function makeReport(count, words) {
  const notice = element("div", "find-notice");
  const whole = count.textContent;
  let resting = 0;
  Object.assign(count, { role: "status", tabIndex: -1 });
  count.closest(".tools").after(notice);
  notice.role = "status";

  /** Says a text after a rest, in place of one that was to be said. */
  function say(text) {
    clearTimeout(resting);
    resting = setTimeout(() => put(count, text), REST);
  }

  return {
    whole: () => say(whole),
    counted(number, total, loosen) {
      if (number) say(words.plural("find.listed", number, { total }));
      else say(loosen ? words.plural("find.none", loosen) : words.text("find.none-title"));
    },
    /** Says how loading goes, in a line of its own that stands until the list changes. */
    say: (text) => notice.replaceChildren(element("p", "", text)),
    settled: () => notice.replaceChildren(),
    failed(text, retry) {
      const again = button("", words.text("find.retry"), () => {
        notice.replaceChildren();
        count.focus();
        retry();
      });
      notice.replaceChildren(element("p", "", text), again);
    },
  };
}
