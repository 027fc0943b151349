import type { BehaviourRows } from './behaviour-row.js';

/** What Next makes of what layouts and pages declare and export, by version: oldest row first. */
export const fileBehaviours = {
  /** Whether the metadata of a slot's page wins over that of the page of `children`, or loses. */
  metadataOfSlots: [
    {
      since: '13.4.0',
      bundler: 'webpack',
      value: 'loses',
      evidence: 'measured on 15.5.29 and 16.4.6: the title is that of the page of `children`',
    },
    {
      since: '13.4.0',
      bundler: 'turbopack',
      value: 'wins',
      evidence: 'measured on 16.4.6: the title is that of the page of the slot',
    },
  ],
  /** What stands on the page that Next shows where no boundary catches an error. */
  errorPage: [
    {
      since: '13.4.0',
      value: 'Application error',
      evidence:
        'the default of global-error in error-boundary.js of 14.2.35, global-error.js of 16.1.7',
    },
    {
      since: '16.2.0',
      value: 'This page couldn’t load',
      evidence: 'global-error.js of 16.2.0',
    },
  ],
  /**
   * Which segment config options of slots beside each other the build merges, and fails over where they
   * differ: none; `dynamic` and `revalidate`; or all but `maxDuration` and `preferredRegion`.
   */
  mergedConfig: [
    { since: '13.4.0', value: 'none', evidence: 'only Turbopack merges; webpack builds pass' },
    {
      since: '16.0.0',
      bundler: 'turbopack',
      value: 'caching',
      evidence:
        '"Sibling segment configs have conflicting values" in the binaries of 16.0.11 to 16.3.8; a build of 16.2.12 fails for these two',
    },
    {
      since: '16.4.0',
      bundler: 'turbopack',
      value: 'all',
      evidence: 'oracle: segment-config on 16.4.6',
    },
  ],
  /**
   * What a build that checks types demands of the type of a layout's props. Exact: just what Next.js
   * passes, all slots and nothing else. Required: nothing that has to be there and never is.
   */
  layoutPropTypes: [
    {
      since: '13.4.0',
      bundler: 'webpack',
      value: 'exact',
      evidence:
        '`checkFields<Diff<LayoutProps, …>>` of next-types-plugin; oracle app: slot-prop-types, unknownRequired, unknownOptional and slotLeftOut on 14.2.35, 15.5.29 and 16.4.6 with webpack',
    },
    {
      since: '13.4.0',
      bundler: 'turbopack',
      value: 'unchecked',
      evidence: 'next/dist/server/lib/router-utils/typegen.js begins with 15.5',
    },
    {
      since: '15.5.0',
      bundler: 'turbopack',
      value: 'required',
      evidence:
        '`LayoutConfig` of .next/types/validator.ts, typegen.js of 15.5.29, 16.0.11, 16.4.6',
    },
  ],
} as const satisfies BehaviourRows;
