import Sequencer from '@jest/test-sequencer';

const WHOLE_APPLICATION = /[\\/]test[\\/]/;

/**
 * Specifications of the whole application first, in Jest's own order. Without times of an earlier run that order goes by
 * the size of the files, so that a short file that runs for minutes might begin when all others have ended.
 */
export default class WholeApplicationFirst extends Sequencer {
  /** Orders the files of a run. */
  sort(tests) {
    const ordered = super.sort(tests);
    const isFirst = ({ path, context }) => WHOLE_APPLICATION.test(path.slice(context.config.rootDir.length));
    return [...ordered.filter(isFirst), ...ordered.filter((test) => !isFirst(test))];
  }
}
