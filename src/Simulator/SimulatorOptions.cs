namespace TypedLlm.Simulator;

/// <summary>How a simulator runs. The defaults are those of the service, without delays.</summary>
public sealed class SimulatorOptions
{
    /// <summary>
    /// Where to listen: <c>http://</c>, <c>localhost</c>, an IP address or <c>*</c> for every one, and a port; several are separated by
    /// ';'. Port 0 takes a free one, which is the default.
    /// </summary>
    public string Urls { get; set; } = "http://127.0.0.1:0";

    /// <summary>The clock of delays, dates and the log; the system's by default.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>The seed of answers and ids. One seed and one order of requests give one run.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>The only key that is accepted; null, the default, accepts any.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Ids that are served besides those of the catalog: fine-tuned or invented models, of which nothing is refused.</summary>
    public IList<string> AdditionalModels { get; } = [];

    /// <summary>What the account lacks; by default nothing. It may be replaced while the simulator runs.</summary>
    public SimulatedAccount Account { get; set; } = new();

    /// <summary>How models report their shutdown date.</summary>
    public ShutdownDateShape ShutdownDates { get; set; }

    /// <summary>Adds keys to responses that the service sends beyond its description (<c>billing</c>, <c>tool_usage</c>).</summary>
    public bool ExtraKeys { get; set; }

    /// <summary>Delay before the first byte of each answer; zero by default.</summary>
    public TimeSpan InitialDelay { get; set; }

    /// <summary>Delay before each event of a stream but the first; zero by default.</summary>
    public TimeSpan EventDelay { get; set; }

    /// <summary>How long background runs are <c>queued</c>; zero by default.</summary>
    public TimeSpan BackgroundQueueTime { get; set; }

    /// <summary>How long background runs are <c>in_progress</c>; zero by default.</summary>
    public TimeSpan BackgroundRunTime { get; set; }

    /// <summary>How long batches are <c>validating</c>; zero by default.</summary>
    public TimeSpan BatchValidationTime { get; set; }

    /// <summary>How long batches are <c>in_progress</c>; zero by default.</summary>
    public TimeSpan BatchRunTime { get; set; }

    /// <summary>How long batches are <c>finalizing</c>; zero by default.</summary>
    public TimeSpan BatchFinalizingTime { get; set; }

    /// <summary>How long batches are <c>cancelling</c>; ten minutes by default.</summary>
    public TimeSpan BatchCancellingTime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How many tokens may wait in the batches of a model before a further one fails with <c>token_limit_exceeded</c>; null, the default, sets no limit.</summary>
    public int? BatchQueueTokens { get; set; }

    /// <summary>
    /// Models whose lines come back with 404 from batches for <c>/v1/chat/completions</c>, although the batch is accepted: the service
    /// looks for a snapshot with <c>-batch</c> behind its name. By default those of which it was reported.
    /// </summary>
    public IList<string> ModelsWithoutChatBatch { get; } = ["gpt-5.4-mini", "gpt-5.4-nano", "gpt-5-mini"];

    /// <summary>Sends events in batches of 16 KB instead of one by one, for measurements of clients without delays.</summary>
    public bool BatchEvents { get; set; }

    /// <summary>Bodies above this many bytes are answered with 413; 16 MiB by default. Uploads have a limit of their own.</summary>
    public int MaxRequestBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Uploads to <c>POST /v1/files</c> above this many bytes are answered with 413; 512 MiB by default. Inputs of batches may have 200 MiB.</summary>
    public int MaxUploadBytes { get; set; } = 512 * 1024 * 1024;

    /// <summary>The scripts that a file brought.</summary>
    internal IReadOnlyList<ScriptEntry> Scripts { get; set; } = [];

    /// <summary>
    /// Reads a script file: a JSON list of scripts in the words of <c>POST /simulator/scripts</c>, or an object with <c>scripts</c>,
    /// <c>account</c>, <c>seed</c> and other options in snake case. A simulator that starts with the result has the scripts.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is wrong; the message has the file, the line and what is wrong.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SimulatorOptions Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return ScriptFileReader.Read(path);
    }

    /// <summary>What names a model that the simulator does not know, so that it does nothing: a misspelt name, or one that <see cref="AdditionalModels"/> lacks.</summary>
    /// <returns>A sentence for each name.</returns>
    public IReadOnlyList<string> FindUnknownModels() => [.. UnknownModels.Find(this)];
}
