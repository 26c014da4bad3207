# expect: Argument "limit" to "format_quota_exceeded" has incompatible type "str"; expected "int"
from shop.codes import format_quota_exceeded

text = format_quota_exceeded(resource="calls", limit="10")
