import {
  QUOTA_EXCEEDED,
  defaultLocale,
  format,
  isCodeError,
  matchLocale,
  message,
} from "./codes.js";

/** What to show to a user who speaks the language of the tag. */
export function explain(error: unknown, tag: string): string {
  if (!isCodeError(error)) return String(error);
  const locale = matchLocale(tag) ?? defaultLocale;
  if (isCodeError(error, QUOTA_EXCEEDED) && isQuota(error.cause)) {
    return format(error.code, error.cause, locale);
  }
  return message(error.code, locale) ?? `Error ${String(error.code)}`;
}

interface Quota {
  readonly resource: string;
  readonly limit: number;
}

function isQuota(data: unknown): data is Quota {
  return (
    typeof data === "object" &&
    data !== null &&
    "resource" in data &&
    typeof data.resource === "string" &&
    "limit" in data &&
    typeof data.limit === "number"
  );
}
