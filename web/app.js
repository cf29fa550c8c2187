// @ts-check
// The page: its views and what stands above all of them.

import { addingView, startAdding } from "./adding.js";
import { askView, startAsking } from "./ask.js";
import { documentsView } from "./documents.js";
import { readerView } from "./reader.js";
import { startRouting } from "./router.js";

startAsking();
startAdding();
startRouting([askView, documentsView, readerView, addingView]);
