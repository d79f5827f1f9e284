// Starts what the page asks for. An element says by data-module which feature it belongs to.
import { startCopy } from "./copy.js";
import { startHarm, startReveal } from "./harm.js";
import { startOrder } from "./order.js";
import { start } from "./start.js";
import { startTheme } from "./theme.js";

// Filters and search are fetched where a page has them.
const startFind = (dialog) => import("./find/begin.js").then((find) => find.startFind(dialog)).catch(console.error);

start(document, { copy: startCopy, find: startFind, harm: startHarm, order: startOrder, reveal: startReveal, theme: startTheme });
