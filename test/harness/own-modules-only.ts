/**
 * Keeps processes that tests start from finding modules that they do not have. pnpm's commands set
 * `NODE_PATH` to everything that the workspace has installed, and a packed program that lacks a module
 * would find it there.
 */
delete process.env['NODE_PATH'];
