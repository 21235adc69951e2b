using System.Collections;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using TypedLlm.CompilerServices;

namespace TypedLlm;

/// <summary>
/// A list of an answer that is arriving. A live view: it shows more when it is read again later, and costs nothing before it is read. Elements that
/// are objects, lists or text are there as soon as they have begun; all others once they are whole. One that is not valid ends the list;
/// one that was shown stays, and its checks are not run again.
/// </summary>
/// <typeparam name="T">What is shown of an element: the nested <c>Partial</c> of its type, text, or the element itself.</typeparam>
[SuppressMessage("Naming", "CA1710", Justification = "It is a list.")]
[SuppressMessage("Performance", "CA1815", Justification = "Views are read, not compared.")]
public readonly struct PartialList<T> : IReadOnlyList<T>
{
    private readonly PartialValue _list;
    private readonly PartialElement<T>? _show;
    private readonly bool _isWhole;

    /// <summary>Makes the view, for generated code.</summary>
    /// <param name="list">The list, or the object that a dictionary came as.</param>
    /// <param name="show">Shows an element.</param>
    /// <param name="isWhole">Whether an element is shown only once more of it has arrived than its beginning.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public PartialList(PartialValue list, PartialElement<T> show, bool isWhole) => (_list, _show, _isWhole) = (list, show, isWhole);

    /// <summary>How far the list has come.</summary>
    public PartialState State => _list.State;

    /// <summary>The number of elements that are shown. Only the last one may grow.</summary>
    public int Count => _show is null ? 0 : _isWhole ? _list.CountValid(_show) : _list.Count;

    /// <summary>The number of elements that are whole.</summary>
    public int DoneCount => Math.Min(_list.DoneCount, Count);

    /// <summary>An element that is shown. Walking a list by index costs what enumerating it does.</summary>
    /// <param name="index">Its place, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element yet.</exception>
    public T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return TryShow(_list.ElementAt(index), index, out var element)
                ? element
                : throw new InvalidOperationException("The type took what the element is made of before, and refuses it now.");
        }
    }

    /// <summary>Enumerates the elements that are there by then.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private bool TryShow(PartialValue value, int index, [MaybeNullWhen(false)] out T element) =>
        _isWhole ? _list.TryShow(value, index, _show!, out element) : _show!(value, out element);

    /// <summary>Enumerates the elements of a list that is arriving.</summary>
    [SuppressMessage("Performance", "CA1815", Justification = "Enumerators are not compared.")]
    [SuppressMessage("Design", "CA1034", Justification = "As the framework's enumerators.")]
    public struct Enumerator : IEnumerator<T>
    {
        private readonly PartialList<T> _list;
        private PartialValue _next;
        private int _index;
        private T? _current;

        internal Enumerator(PartialList<T> list) => (_list, _next) = (list, list._list.First());

        /// <inheritdoc/>
        public readonly T Current => _current!;

        readonly object? IEnumerator.Current => _current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            if (_next.State == PartialState.Pending || !_list.TryShow(_next, _index, out _current))
            {
                return false;
            }

            _next = _next.Next();
            _index++;
            return true;
        }

        /// <inheritdoc/>
        public readonly void Reset() => throw new NotSupportedException();

        /// <inheritdoc/>
        public readonly void Dispose()
        {
        }
    }
}
