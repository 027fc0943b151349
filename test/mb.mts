import { performance } from 'node:perf_hooks';
import { buildRouteTree, matchRoutes, semanticsFor } from '@next-slots/core';
import { readerFromFiles } from '/tmp/fresh/test/harness/tree-from-files.js';
import { largeApp } from '/tmp/fresh/test/bench/matching-apps.js';
const [bundler='turbopack', version='16.4.6', shape='dashboard', spread='areas', n='2000', runs='7']=process.argv.slice(2);
const files = largeApp(shape as any, spread as any, +n);
const s = semanticsFor({version, bundler: bundler as any});
const out=[];
for (let i=0;i<+runs;i++){const tree=buildRouteTree(readerFromFiles(files)); const c=process.cpuUsage(); const t=performance.now(); matchRoutes(tree,s); const d=process.cpuUsage(c); out.push(`${(performance.now()-t).toFixed(0)}/${((d.user+d.system)/1000).toFixed(0)}`)}
console.log(bundler,version,shape,spread,'wall/cpu ms', out.join(' '));
