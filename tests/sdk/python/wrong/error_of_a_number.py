# expect: Argument 1 to "CodeError" has incompatible type "int"; expected "Code"
from shop.codes import CodeError

raise CodeError(171)
