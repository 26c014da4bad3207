"""Tells users what went wrong."""

from __future__ import annotations

from shop.codes import (
    DEFAULT_LOCALE,
    Code,
    CodeError,
    format_quota_exceeded,
    match_locale,
)
from shop.response import AnswerError


def explain(error: CodeError, tag: str) -> str:
    """Return what to show to a user who speaks the language of the tag."""
    locale = match_locale(tag) or DEFAULT_LOCALE
    data = error.data if isinstance(error, AnswerError) else None
    match error.code, data:
        case Code.QUOTA_EXCEEDED, {"resource": str(resource), "limit": int(limit)}:
            return format_quota_exceeded(resource=resource, limit=limit, locale=locale)
        case code, _:
            return code.message(locale) or f"Error {code}"
