# expect: Non-overlapping equality check
from shop.codes import Code

fine = Code.OK.kind == "succes"
