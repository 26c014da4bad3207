# expect: Unexpected keyword argument "unit"
from shop.codes import format_quota_exceeded

text = format_quota_exceeded(resource="calls", limit=10, unit="s")
