import type { Fill, SlotFill } from '@next-slots/core';
import type { OpenedApp } from '../apps/open-app.js';

/** What stands in one slot. The names and their order are a public contract. */
export interface PublicFill {
  /** The owner's folder below the app directory: `/dash/(g)`; `/` is the app directory. */
  readonly segment: string;
  readonly slot: string;
  readonly fill: Fill;
  /** Relative to the command's folder; null where the slot has no page or default. */
  readonly file: string | null;
}

/** A fill in the words of the public contract. */
export function publicFill(opened: OpenedApp, { segment, slot, fill, file }: SlotFill): PublicFill {
  return { segment, slot, fill, file: file === null ? null : opened.printed(file) };
}
