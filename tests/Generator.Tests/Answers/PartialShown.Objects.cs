using System.Reflection;
using System.Text.Json.Serialization;

namespace TypedLlm.Generator.Tests.AnswerTypes;

internal abstract partial record PartialShown
{
    private sealed record MembersShown(PartialState State, EquatableArray<MemberShown> Members) : PartialShown
    {
        protected override bool IsPending => State == PartialState.Pending;

        public static MembersShown Read(object shown)
        {
            var partial = PartialReflection.Of(shown.GetType());
            var states = partial.StatesOf(shown);
            return new MembersShown(partial.StateOf(shown), EquatableArray<MemberShown>.From([.. partial.Members.Select(member => new MemberShown(
                member.Shown.Name, Of(member.Shown.GetValue(shown)), (PartialState)member.State!.GetValue(states)!, member.IsAtomic))]));
        }

        public override string? Fault() => First(Members.Select(member => member.Fault(State)));

        public override string? GoesBackIn(PartialShown later) => later is MembersShown shown && shown.State >= State
            ? First(Members.Zip(shown.Members, (before, after) => before.GoesBackIn(after)))
            : $"{this} became {later}";

        public override string? Contradicts(object? value) =>
            State == PartialState.Done ? First(Members.Select(member => member.Contradicts(ValueOf(value!, member.Name)))) : $"{this} is not said to be whole";

        private static object? ValueOf(object value, string name) => value.GetType().GetProperty(name) is { } property
            ? property.GetValue(value)
            : value.GetType().GetField(name)!.GetValue(value);
    }

    private sealed record MemberShown(string Name, PartialShown Shown, PartialState State, bool IsAtomic)
    {
        public string? Fault(PartialState whole)
        {
            // Of one that is pending, an object or a list that is never null is there, and empty.
            var isTooEarly = State switch
            {
                PartialState.Pending => !Shown.IsPending || (IsAtomic && Shown is not NothingShown),
                PartialState.Growing => (IsAtomic && Shown is not NothingShown) || Shown is ValueShown || whole != PartialState.Growing,
                _ => whole == PartialState.Pending,
            };
            return isTooEarly ? $"{this} of what is {whole}" : Shown.Fault();
        }

        /// <summary>What is said to be whole is also all that ever comes.</summary>
        public string? GoesBackIn(MemberShown later) => later.State < State || (State == PartialState.Done && later != this) ? $"{this} became {later}" : Shown.GoesBackIn(later.Shown);

        public string? Contradicts(object? value) => State == PartialState.Done ? Shown.Contradicts(value) : $"{this} is not said to be whole";
    }

    /// <summary>Of a family, one of the types is shown.</summary>
    private sealed record FamilyShown(Type Type, PartialState State, string? Case, EquatableArray<CaseShown> Cases) : PartialShown
    {
        protected override bool IsPending => State == PartialState.Pending;

        public static FamilyShown Read(object shown, PartialReflection family) => new(
            family.Type,
            family.StateOf(shown),
            family.CaseOf(shown),
            EquatableArray<CaseShown>.From([.. family.Members.Select(member => new CaseShown(member.Shown.Name, Of(member.Shown.GetValue(shown))))]));

        public override string? Fault()
        {
            var shown = Cases.Count(item => item.Shown is not NothingShown);
            return shown > 1 || (shown == 1 && Case is null) || (Case is not null && State == PartialState.Pending)
                ? $"{this} shows {shown} types"
                : First(Cases.Select(item => item.Shown.Fault()));
        }

        public override string? GoesBackIn(PartialShown later) => later is FamilyShown shown && shown.State >= State && (Case is null || shown.Case == Case)
            ? First(Cases.Zip(shown.Cases, (before, after) => before.Shown.GoesBackIn(after.Shown)))
            : $"{this} became {later}";

        public override string? Contradicts(object? value)
        {
            var type = value!.GetType();
            var name = Type.GetCustomAttributes<JsonDerivedTypeAttribute>().Single(item => item.DerivedType == type).TypeDiscriminator;
            return State == PartialState.Done && Equals(name, Case)
                ? First(Cases.Select(item => item.Shown.Contradicts(item.Name == type.Name ? value : null)))
                : $"{this} is not the whole {name}";
        }
    }

    private sealed record CaseShown(string Name, PartialShown Shown);
}
