using System.Diagnostics.CodeAnalysis;
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

    /// <summary>The number of elements that can be shown, up to the first that cannot.</summary>
    internal int CountValid<T>(PartialElement<T> show)
    {
        if (Document is not { } document)
        {
            return 0;
        }

        var cursor = document.Cursor(_node);
        var (node, count) = (cursor.Valid == 0 ? document.Node(_node).FirstChild : document.Node(cursor.Valid).Next, cursor.ValidCount);
        for (; node != 0 && TryShow(new PartialValue(document, node), count, show, out _); count++)
        {
            node = document.Node(node).Next;
        }

        return count;
    }

    /// <summary>Shows an element of a list that is shown whole. Checks of one that is whole run until it was shown once: it stays from then on, whatever they say later.</summary>
    /// <param name="element">The element.</param>
    /// <param name="index">Its place.</param>
    /// <param name="show">Shows it.</param>
    /// <param name="shown">What is shown.</param>
    internal bool TryShow<T>(PartialValue element, int index, PartialElement<T> show, [MaybeNullWhen(false)] out T shown)
    {
        var document = Document!;
        var valid = document.Cursor(_node).ValidCount;
        if (index < valid)
        {
            return TryShowAgain(document, element, show, out shown);
        }

        if (!show(element, out shown))
        {
            return false;
        }

        if (index == valid && element.State == PartialState.Done)
        {
            ref var cursor = ref document.Cursor(_node);
            (cursor.Valid, cursor.ValidCount) = (element._node, index + 1);
        }

        return true;
    }

    private static bool TryShowAgain<T>(PartialDocument document, PartialValue element, PartialElement<T> show, [MaybeNullWhen(false)] out T shown)
    {
        document.IsChecked = true;
        try
        {
            return show(element, out shown);
        }
        finally
        {
            document.IsChecked = false;
        }
    }
}
