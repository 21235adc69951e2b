namespace TypedLlm.TypedAnswers;

/// <summary>Groups definitions that refer to each other in a circle. A group comes after all that it refers to.</summary>
/// <remarks>Tarjan's algorithm without recursion: a schema may chain thousands of definitions.</remarks>
internal sealed class ReferenceCircles
{
    private readonly IReadOnlyDictionary<string, string[]> _graph;
    private readonly List<HashSet<string>> _circles = [];
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _low = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly Stack<string> _path = new();
    private readonly Stack<(string Node, int Next)> _work = new();

    private ReferenceCircles(IReadOnlyDictionary<string, string[]> graph) => _graph = graph;

    /// <param name="graph">What each definition refers to; every name in it is a key.</param>
    public static IReadOnlyList<IReadOnlyCollection<string>> Of(IReadOnlyDictionary<string, string[]> graph)
    {
        var circles = new ReferenceCircles(graph);
        foreach (var start in graph.Keys)
        {
            if (!circles._index.ContainsKey(start))
            {
                circles._work.Push((start, 0));
            }

            while (circles._work.Count > 0)
            {
                var (node, next) = circles._work.Pop();
                circles.Visit(node, next);
            }
        }

        return circles._circles;
    }

    private void Visit(string node, int next)
    {
        var edges = _graph[node];
        if (next == 0)
        {
            _index[node] = _low[node] = _index.Count;
            _path.Push(node);
            _open.Add(node);
        }
        else if (_open.Contains(edges[next - 1]))
        {
            _low[node] = Math.Min(_low[node], _low[edges[next - 1]]);
        }

        for (; next < edges.Length; next++)
        {
            var target = edges[next];
            if (!_index.TryGetValue(target, out var known))
            {
                _work.Push((node, next + 1));
                _work.Push((target, 0));
                return;
            }

            _low[node] = _open.Contains(target) ? Math.Min(_low[node], known) : _low[node];
        }

        if (_low[node] == _index[node])
        {
            Close(node);
        }
    }

    private void Close(string first)
    {
        var circle = new HashSet<string>(StringComparer.Ordinal);
        string member;
        do
        {
            member = _path.Pop();
            _open.Remove(member);
            circle.Add(member);
        }
        while (member != first);

        _circles.Add(circle);
    }
}
