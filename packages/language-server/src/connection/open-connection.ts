import {
  createConnection,
  StreamMessageWriter,
  type Connection,
  type Message,
} from 'vscode-languageserver/node';
import { ResilientReader, type Refusal } from './resilient-reader.js';
import { cancelled, SessionGate } from './session-gate.js';
import { forgetUnseenClient } from './unseen-client.js';

/**
 * The connection over standard input and output. The process ends when the client closes its side,
 * stops reading, or dies (`processId` of `initialize` is looked at by the library).
 */
export function openConnection(): Connection {
  const gate = new SessionGate();
  const writer = new GatedWriter(process.stdout, gate);
  const refuse = (refusal: Refusal) => {
    const { id, code, message } = refusal;
    if (id === null && gate.isShut) return;
    void writer.write({ jsonrpc: '2.0', id, error: { code, message } } as Message);
  };
  const admit = (message: object) => {
    forgetUnseenClient(message);
    return gate.admit(message);
  };
  const reader = new ResilientReader(process.stdin, admit, refuse);
  const end = () => process.exit(gate.isShut ? 0 : 1);
  process.stdin.on('end', end).on('close', end);
  process.stdout.on('error', end);
  return createConnection(reader, writer, {
    connectionStrategy: {
      // A request that still waits in the queue is answered at once.
      cancelUndispatched: () => ({ jsonrpc: '2.0', id: null, error: cancelled }),
    },
  });
}

/** Tells the gate which requests are answered. */
class GatedWriter extends StreamMessageWriter {
  readonly #gate: SessionGate;

  constructor(output: NodeJS.WritableStream, gate: SessionGate) {
    super(output);
    this.#gate = gate;
  }

  override write(message: Message): Promise<void> {
    this.#gate.sent(message);
    return super.write(message);
  }
}
