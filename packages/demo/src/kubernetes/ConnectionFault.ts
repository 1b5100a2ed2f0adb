/** Ends an exchange without an answer, or in the middle of one. */
export class ConnectionFault extends Error {
  constructor(kind: string) {
    super(`connection fault: ${kind}`);
    this.name = 'ConnectionFault';
  }
}
