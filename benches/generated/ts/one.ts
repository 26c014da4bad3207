import { BILLING_ERROR_10042 } from "./ts/codes.js";

console.log(BILLING_ERROR_10042);
