# expect: "type[Code]" has no attribute "QUOTA_EXCEDED"
from shop.codes import Code

code = Code.QUOTA_EXCEDED
