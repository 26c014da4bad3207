# expect: Too many positional arguments
from shop.codes import format_quota_exceeded

text = format_quota_exceeded("calls", 10)
