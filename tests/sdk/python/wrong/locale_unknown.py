# expect: Argument 1 to "message" of "Code" has incompatible type
from shop.codes import Code

text = Code.OK.message("fr")
