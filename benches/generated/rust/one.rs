use sdk::codes::Code;

fn main() {
    println!("{}", std::env::args().count() as i32 + Code::BILLING_ERROR_10042.as_i32());
}
