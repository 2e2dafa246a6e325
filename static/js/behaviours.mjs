/* Every page begins here. */
import { enhance } from "./enhance.mjs";

enhance(document);
