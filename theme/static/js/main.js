// Starts what the page asks for. An element says by data-module which feature it belongs to.
import { startCopy } from "./copy.js";
import { startHarm, startReveal } from "./harm.js";
import { startOrder } from "./order.js";
import { start } from "./start.js";
import { startTheme } from "./theme.js";

start(document, { copy: startCopy, harm: startHarm, reveal: startReveal, order: startOrder, theme: startTheme });
