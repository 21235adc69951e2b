namespace TypedLlm.Simulator;

/// <summary>The words of the wire.</summary>
internal static class BatchStatusWords
{
    extension(BatchStatus status)
    {
        public string Word => status is BatchStatus.InProgress ? "in_progress" : status.ToString().ToLowerInvariant();

        /// <summary>Models are, or will be, at work on it.</summary>
        public bool IsRunning => status is BatchStatus.Validating or BatchStatus.InProgress or BatchStatus.Finalizing;

        public bool HasEnded => !status.IsRunning && status is not BatchStatus.Cancelling;
    }
}
