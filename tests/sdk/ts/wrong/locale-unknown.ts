// expect: '"fr"' is not assignable to
import { OK, message } from "../src/codes.js";

export const text = message(OK, "fr");
