export interface Config {
  holdfast?: {
    /**
     * The program that renders kustomizations for `holdfast:check`: kustomize, or kubectl, which has it built in. Default: the first of the two that
     * is on the PATH.
     */
    kustomize?: string;
  };
}
