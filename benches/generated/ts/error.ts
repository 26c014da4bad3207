import { BILLING_ERROR_10042, CodeError } from "./ts/codes.js";

throw new CodeError(BILLING_ERROR_10042);
