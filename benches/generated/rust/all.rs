use sdk::codes::Code;

fn main() {
    let code = Code::from_i32(std::env::args().count() as i32);
    println!("{:?}", code.info());
}
