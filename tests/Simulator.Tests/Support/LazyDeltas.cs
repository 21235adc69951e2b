using System.Collections;

namespace TypedLlm.Simulator.Tests;

/// <summary>A scripted answer that takes its time, or never comes about: <paramref name="deltas"/> runs when the answer is made.</summary>
public sealed class LazyDeltas(Func<string[]> deltas) : IReadOnlyList<string>
{
    public int Count => deltas().Length;

    public string this[int index] => deltas()[index];

    public static ScriptedReply Failing() => new() { Answer = new() { Deltas = new LazyDeltas(() => throw new NotSupportedException("secret")) } };

    public IEnumerator<string> GetEnumerator() => deltas().AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
