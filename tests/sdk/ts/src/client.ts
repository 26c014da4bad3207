import { info, isCodeError } from "./codes.js";
import { read } from "./response.js";

/** Sends a request and gives the body of the answer. */
export type Send = (path: string) => Promise<string>;

/** A client of the shop. */
export class Client {
  readonly #send: Send;
  readonly #tries: number;

  constructor(send: Send, tries = 3) {
    this.#send = send;
    this.#tries = tries;
  }

  /** Gives what is at the path; asks again where that may help. */
  async get(path: string): Promise<unknown> {
    for (let left = this.#tries; ; left -= 1) {
      try {
        return read(await this.#send(path));
      } catch (error) {
        if (left <= 1 || !isRetryable(error)) throw error;
      }
    }
  }
}

function isRetryable(error: unknown): boolean {
  return isCodeError(error) && info(error.code)?.retryable === true;
}
