using TypedLlm.TypedAnswers;

namespace TypedLlm.CompilerServices;

/// <summary>The elements of a list.</summary>
public readonly partial struct PartialValue
{
    /// <summary>The element at a place, found from the one that was asked for last.</summary>
    internal PartialValue ElementAt(int index)
    {
        var document = Document!;
        ref var cursor = ref document.Cursor(_node);
        var isBehind = cursor.Node != 0 && cursor.Index <= index;
        var (node, at) = isBehind ? (cursor.Node, cursor.Index) : (document.Node(_node).FirstChild, 0);
        for (; at < index; at++)
        {
            node = document.Node(node).Next;
        }

        (cursor.Node, cursor.Index) = (node, index);
        return new PartialValue(document, node);
    }

    /// <summary>The number of elements that can be shown, up to the first that cannot. Each that is whole is judged once.</summary>
    internal int CountValid<T>(PartialElement<T> show)
    {
        if (Document is not { } document)
        {
            return 0;
        }

        var (last, count) = (document.Cursor(_node).Valid, document.Cursor(_node).ValidCount);
        var next = NextOf(document, last);
        while (next != 0 && document.Node(next).IsDone && show(new PartialValue(document, next), out _))
        {
            (last, count) = (next, count + 1);
            next = NextOf(document, last);
        }

        ref var cursor = ref document.Cursor(_node);
        (cursor.Valid, cursor.ValidCount) = (last, count);
        return next != 0 && !document.Node(next).IsDone && show(new PartialValue(document, next), out _) ? count + 1 : count;
    }

    private int NextOf(PartialDocument document, int last) => last == 0 ? document.Node(_node).FirstChild : document.Node(last).Next;
}
