using System.Buffers;

namespace TypedLlm.TypedAnswers;

/// <summary>The nodes of a document in a pooled array.</summary>
internal sealed class PartialNodes : IDisposable
{
    private const int Initial = 32;

    private PartialNode[] _nodes = [];

    public int Count { get; private set; }

    public ref PartialNode this[int index] => ref _nodes[index];

    /// <summary>Adds a node as the last child of its parent; the first of all is the root.</summary>
    public int Add(in PartialNode node)
    {
        if (Count == _nodes.Length)
        {
            Grow();
        }

        var index = Count++;
        _nodes[index] = node;
        if (index > 0)
        {
            ref var parent = ref _nodes[node.Parent];
            if (parent.LastChild == 0)
            {
                parent.FirstChild = index;
            }
            else
            {
                _nodes[parent.LastChild].Next = index;
            }

            parent.LastChild = index;
            parent.Count++;
        }

        return index;
    }

    public void Clear() => Count = 0;

    public void Dispose()
    {
        Count = 0;
        if (_nodes.Length > 0)
        {
            ArrayPool<PartialNode>.Shared.Return(_nodes);
            _nodes = [];
        }
    }

    private void Grow()
    {
        var grown = ArrayPool<PartialNode>.Shared.Rent(Math.Max(Initial, Count * 2));
        _nodes.AsSpan(0, Count).CopyTo(grown);
        var old = _nodes;
        _nodes = grown;
        if (old.Length > 0)
        {
            ArrayPool<PartialNode>.Shared.Return(old);
        }
    }
}
