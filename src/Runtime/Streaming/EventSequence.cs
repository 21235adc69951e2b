namespace TypedLlm.Streaming;

/// <summary>
/// Watches the numbers of a stream's events. They are believed once two events followed each other by one: some compatible services give every
/// event the same number. A stream may begin at any number.
/// </summary>
internal struct EventSequence
{
    private long? _last;
    private bool _isBelieved;

    public EventOrder Next(long? number)
    {
        if (number is not { } current)
        {
            return EventOrder.InOrder;
        }

        var order = !_isBelieved || current == _last + 1 ? EventOrder.InOrder
            : current <= _last ? EventOrder.Repeated
            : EventOrder.AfterGap;
        if (order == EventOrder.Repeated)
        {
            return order;
        }

        _isBelieved |= current - 1 == _last;
        _last = current;
        return order;
    }
}
