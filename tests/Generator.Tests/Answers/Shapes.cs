using TypedLlm.TypedAnswers;

namespace TypedLlm.Generator.Tests.AnswerTypes;

/// <summary>Shapes of test types, in few words.</summary>
internal static class Shapes
{
    private const string Collections = "global::System.Collections.Generic";

    public static TypeUse Scalar(TypeKind kind) => new(kind, kind switch
    {
        TypeKind.String => "string",
        _ => $"global::System.{kind}",
    });

    public static TypeUse Named(string name) => new(TypeKind.Named, $"global::Shop.{name}") { Name = $"global::Shop.{name}" };

    public static TypeUse List(TypeUse element) =>
        new(TypeKind.List, $"{Collections}.List<{element.Type}>") { Element = element, Collection = CollectionKind.List };

    public static TypeUse Array(TypeUse element) => new(TypeKind.List, $"{element.Type}[]") { Element = element, Collection = CollectionKind.Array };

    public static TypeUse Collection(CollectionKind kind, string type, TypeUse element) =>
        new(TypeKind.List, $"{type}<{element.Type}>") { Element = element, Collection = kind };

    public static TypeUse Dictionary(TypeUse key, TypeUse value) =>
        new(TypeKind.Dictionary, $"{Collections}.Dictionary<{key.Type}, {value.Type}>") { Key = key, Element = value, Collection = CollectionKind.Dictionary };

    public static TypeUse Nullable(TypeUse use) => use with { Type = use.Type + "?", IsNullable = true };

    /// <summary>A nullable value type.</summary>
    public static TypeUse NullableValue(TypeUse use) => Nullable(use) with { IsNullableValue = true };

    public static MemberShape Member(string name, TypeUse use, MemberSetting setting = MemberSetting.Constructor, params ValueConstraint[] constraints) =>
        new(name, char.ToLowerInvariant(name[0]) + name[1..], use) { Setting = setting, Constraints = new(constraints) };

    /// <summary>A type whose constructor takes the members that are set by it, in their order.</summary>
    public static ObjectShape Object(string name, params MemberShape[] members) => new($"global::Shop.{name}", name, new(members))
    {
        ConstructorMembers = new([.. Enumerable.Range(0, members.Length).Where(index => members[index].Setting == MemberSetting.Constructor)]),
    };

    public static EnumShape Enum(string name, params string[] members) =>
        new($"global::Shop.{name}", name, new([.. members.Select(member => new EnumMember(member, member))]));

    public static UnionShape Union(string name, params (string WireName, string Type)[] cases) =>
        new($"global::Shop.{name}", name, new([.. cases.Select(item => new UnionCase(item.WireName, $"global::Shop.{item.Type}"))]));

    public static ValueConstraint Constraint(ConstraintKind kind, params string[] arguments) => new(kind, new(arguments));
}
