# expect: Incompatible types in assignment (expression has type "str | None", variable has type "str")
from shop.codes import Code

text: str = Code(29999).message()
