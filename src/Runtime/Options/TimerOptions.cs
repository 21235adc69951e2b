namespace TypedLlm;

/// <summary>How long a call waits for what. An endpoint's own settings win over these.</summary>
public sealed class TimerOptions
{
    /// <summary>For a connection. Default: 5 s.</summary>
    public TimeSpan Connect { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>For the headers of a streamed reply, from sending the request. Default: 30 s.</summary>
    public TimeSpan Headers { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// For the first content, from the headers of a streamed reply. Default: by effort, 20 s without reasoning, 45 s low, 90 s medium, 180 s high,
    /// 300 s extra high, 15 min at the highest, and 10 s more for every 100,000 tokens of input.
    /// </summary>
    public TimeSpan? FirstContent { get; set; }

    /// <summary>For the next content while a stream runs. Default: 60 s, 180 s with reasoning.</summary>
    public TimeSpan? Idle { get; set; }

    /// <summary>For a call that returns its answer whole, over all attempts. Default: 10 min.</summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>For a call that streams its answer, over all attempts and with the time its reader takes. Default: 60 min.</summary>
    public TimeSpan StreamDeadline { get; set; } = TimeSpan.FromMinutes(60);
}
