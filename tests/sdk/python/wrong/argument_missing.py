# expect: Missing named argument "limit"
from shop.codes import format_quota_exceeded

text = format_quota_exceeded(resource="calls")
