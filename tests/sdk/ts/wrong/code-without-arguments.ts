// expect: Argument of type '0' is not assignable to parameter of type '20001'
import { OK, format } from "../src/codes.js";

export const text = format(OK, { resource: "calls", limit: 10 });
