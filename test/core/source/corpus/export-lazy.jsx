import dynamic from 'next/dynamic';

export default dynamic(() => import('./layout-client'));
