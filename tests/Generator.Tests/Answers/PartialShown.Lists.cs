using System.Collections;

namespace TypedLlm.Generator.Tests.AnswerTypes;

internal abstract partial record PartialShown
{
    private sealed record ListShown(PartialState State, EquatableArray<PartialShown> Elements, int Count, int DoneCount) : PartialShown
    {
        protected override bool IsPending => State == PartialState.Pending && Elements.Count == 0;

        public static ListShown Read(IEnumerable list) => new(
            (PartialState)Property(list, nameof(State))!,
            EquatableArray<PartialShown>.From([.. list.Cast<object?>().Select(Of)]),
            (int)Property(list, nameof(Count))!,
            (int)Property(list, nameof(DoneCount))!);

        public override string? Fault()
        {
            // Only the last may grow.
            var growing = State == PartialState.Growing && Elements.Count > 0 ? 1 : 0;
            return Count != Elements.Count || DoneCount > Count || DoneCount < Count - growing
                ? $"{this} counts {Elements.Count} elements as {Count}, {DoneCount} of them whole"
                : First(Elements.Select((element, index) => IsWhole(element) is { } isWhole && isWhole != index < DoneCount
                    ? $"{element} is the {index + 1}. of {DoneCount} that are whole"
                    : element.Fault()));
        }

        public override string? GoesBackIn(PartialShown later) => later is ListShown shown && shown.State >= State && shown.Count >= Count && shown.DoneCount >= DoneCount
            ? First(Elements.Zip(shown.Elements).Select((pair, index) => index < DoneCount && pair.First != pair.Second
                ? $"{pair.First} was whole and became {pair.Second}"
                : pair.First.GoesBackIn(pair.Second)))
            : $"{this} became {later}";

        // A set has each once, in an order of its own, as some dictionaries do, and a stack has the last one first.
        public override string? Contradicts(object? value)
        {
            var expected = ((IEnumerable)value!).Cast<object?>().ToList();
            if (State != PartialState.Done || DoneCount != Count)
            {
                return $"{this} is not said to be whole";
            }

            if (value is IList && !IsSet(value))
            {
                return Elements.Count == expected.Count
                    ? First(Elements.Zip(expected, (shown, item) => shown.Contradicts(item)))
                    : $"{Elements.Count} elements are not {expected.Count}";
            }

            return Elements.Any(shown => expected.TrueForAll(item => shown.Contradicts(item) is not null)) || expected.Exists(item => Elements.All(shown => shown.Contradicts(item) is not null))
                ? $"{this} is not {Write(value)}"
                : null;
        }

        // One that is sorted has places as well.
        private static bool IsSet(object value) => Array.Exists(value.GetType().GetInterfaces(), type => type.Name == "ISet`1");

        /// <summary>Whether an element says itself that it is whole; null if it says nothing of that.</summary>
        private static bool? IsWhole(PartialShown element) => element switch
        {
            MembersShown members => members.State == PartialState.Done,
            FamilyShown family => family.State == PartialState.Done,
            ListShown list => list.State == PartialState.Done,
            _ => null,
        };
    }
}
