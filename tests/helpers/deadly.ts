/** A question about this node kills the mortal engine. */
export const DEADLY_NODE = 666_666;

/** Opening a file of this name kills the mortal engine. */
export const DEADLY_NAME = 'deadly.pb.gz';
