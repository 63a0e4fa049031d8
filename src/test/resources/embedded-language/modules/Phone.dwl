%dw 2.0
import * from dw::core::Strings
var country = "+1"
fun local(number) = substringAfter(number, country)
