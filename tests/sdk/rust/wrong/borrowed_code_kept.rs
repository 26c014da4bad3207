// expect: cannot return value referencing local variable `text`
use device::codes::Code;

pub fn read() -> Code<'static> {
    let text = String::from("ok");
    Code::new(&text)
}
