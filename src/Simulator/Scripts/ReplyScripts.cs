namespace TypedLlm.Simulator;

/// <summary>The replies scripted for one model, for one call, or for all. Safe to change while requests arrive.</summary>
public sealed class ReplyScripts
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, ScriptedReply> _byNumber = [];
    private ScriptedReply? _always;
    private int _requests;

    internal ReplyScripts()
    {
    }

    /// <summary>Scripts the reply to request <paramref name="number"/>, counted from 1 since the start or the last <see cref="Clear"/>.</summary>
    public ReplyScripts On(int number, ScriptedReply reply)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentNullException.ThrowIfNull(reply);
        lock (_lock)
        {
            _byNumber[number] = reply;
        }

        return this;
    }

    /// <summary>Scripts the replies to the first <paramref name="count"/> requests.</summary>
    public ReplyScripts First(int count, ScriptedReply reply)
    {
        for (var number = 1; number <= count; number++)
        {
            On(number, reply);
        }

        return this;
    }

    /// <summary>Scripts the reply to every request that has none of its own.</summary>
    public ReplyScripts Always(ScriptedReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        lock (_lock)
        {
            _always = reply;
        }

        return this;
    }

    /// <summary>Forgets the replies and counts from 1 again.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _byNumber.Clear();
            _always = null;
            _requests = 0;
        }
    }

    /// <summary>Counts a request; gives the reply scripted for its number and the one for all.</summary>
    internal (ScriptedReply? Numbered, ScriptedReply? Always) Next()
    {
        lock (_lock)
        {
            return (_byNumber.GetValueOrDefault(++_requests), _always);
        }
    }
}
