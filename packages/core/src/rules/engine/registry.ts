import type { Check } from './check.js';
import { matchSlotProps } from '../match-slot-props.js';
import { noConditionalSlot } from '../no-conditional-slot.js';
import { noDeadDefault } from '../no-dead-default.js';
import { noGreedyInterception } from '../no-greedy-interception.js';
import { noInterceptionFromOutside } from '../no-interception-from-outside.js';
import { noLingeringModal } from '../no-lingering-modal.js';
import { noOrphanSlot } from '../no-orphan-slot.js';
import { noSegmentConfigConflict } from '../no-segment-config-conflict.js';
import { noSlotMetadataConflict } from '../no-slot-metadata-conflict.js';
import { noUnreachablePage } from '../no-unreachable-page.js';
import { noUnrenderedSlot } from '../no-unrendered-slot.js';
import { noUnusedSlotFile } from '../no-unused-slot-file.js';
import { portableSlotName } from '../portable-slot-name.js';
import { readableRouteFolders } from '../readable-route-folders.js';
import { requireChildrenDefault } from '../require-children-default.js';
import { requireSlotDefault } from '../require-slot-default.js';
import { requireSlotError } from '../require-slot-error.js';
import { requireSlotIndex } from '../require-slot-index.js';
import { requireSlotLoading } from '../require-slot-loading.js';
import { validDefaultExport } from '../valid-default-export.js';
import { validInterception } from '../valid-interception.js';
import { validSegmentName } from '../valid-segment-name.js';
import { validSlotKey } from '../valid-slot-key.js';
import { validSlotName } from '../valid-slot-name.js';

/** Every check there is. ESLint rules, presets, docs and tables are all made from this list. */
export const checks = [
  requireSlotDefault,
  noOrphanSlot,
  matchSlotProps,
  noUnrenderedSlot,
  validSlotName,
  validSlotKey,
  validDefaultExport,
  requireSlotLoading,
  requireSlotError,
  portableSlotName,
  requireChildrenDefault,
  noUnreachablePage,
  validInterception,
  noDeadDefault,
  noGreedyInterception,
  noInterceptionFromOutside,
  noLingeringModal,
  requireSlotIndex,
  readableRouteFolders,
  noConditionalSlot,
  noSegmentConfigConflict,
  validSegmentName,
  noSlotMetadataConflict,
  noUnusedSlotFile,
] as const satisfies readonly Check[];

/** The name of a check. */
export type CheckName = (typeof checks)[number]['name'];
