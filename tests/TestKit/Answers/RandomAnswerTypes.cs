using System.Text;

namespace TypedLlm.TestKit.Answers;

/// <summary>
/// Writes types that models could answer with, of all kinds that are supported, in ever other combinations; the same for the same seed. What it
/// writes compiles without a warning, and System.Text.Json with names for enums reads back what it wrote of them.
/// </summary>
public sealed class RandomAnswerTypes
{
    private static readonly string[] Scalars =
    [
        "string", "bool", "char", "sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong", "float", "double", "decimal", "Guid", "Uri",
        "DateTime", "DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan",
    ];

    private static readonly string[] Keys = ["string", "int", "long", "Guid", "DateOnly"];
    private static readonly string[] Lists =
    [
        "{0}[]", "List<{0}>", "IReadOnlyList<{0}>", "IEnumerable<{0}>", "ICollection<{0}>", "ImmutableArray<{0}>", "ImmutableList<{0}>",
        "System.Collections.ObjectModel.Collection<{0}>",
    ];

    private static readonly string[] Sets = ["HashSet<{0}>", "ISet<{0}>", "ImmutableHashSet<{0}>"];
    private static readonly string[] Maps = ["Dictionary<{0}, {1}>", "IReadOnlyDictionary<{0}, {1}>", "ImmutableDictionary<{0}, {1}>"];

    private readonly Random _random;
    private readonly StringBuilder _code = new();
    private readonly List<DeclaredType> _types = [];

    private RandomAnswerTypes(int seed) => _random = new Random(seed);

    /// <summary>The usings that the declarations need, once per file.</summary>
    public static string Usings { get; } = """
        #pragma warning disable CS1591
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.ComponentModel;
        using System.ComponentModel.DataAnnotations;
        using System.Text.Json.Serialization;
        using TypedLlm;

        """;

    /// <summary>The namespace of the declarations of a seed.</summary>
    public static string Namespace(int seed) => FormattableString.Invariant($"Answers{seed}");

    /// <summary>
    /// A namespace with the types, and an interface <c>IAnswer</c> whose method <c>Get</c> returns the root.
    /// </summary>
    public static string Write(int seed)
    {
        var types = new RandomAnswerTypes(seed);
        types.Write();
        return $"namespace {Namespace(seed)}\n{{\n{types._code}}}\n";
    }

    private void Write()
    {
        var count = _random.Next(1, 7);
        for (var i = 0; i < count; i++)
        {
            _types.Add(new DeclaredType($"T{i}", (TypeForm)_random.Next((int)TypeForm.Count)));
        }

        for (var i = 0; i < count; i++)
        {
            Declare(i);
        }

        _code.Append($"    public interface IAnswer {{ {(_random.Next(4) == 0 ? AnyType(count) : UseOf(count - 1))} Get(); }}\n");
    }

    private void Declare(int index)
    {
        var (name, form) = _types[index];
        Describe("    ");
        if (form is not TypeForm.Enum and not TypeForm.Family && _random.Next(4) == 0)
        {
            _code.Append($"    [LlmAnswer(Naming = LlmNaming.{Pick(["AsWritten", "CamelCase", "SnakeCase", "KebabCase"])})]\n");
        }

        var modifiers = _random.Next(8) > 0 ? "public partial" : "public";
        switch (form)
        {
            case TypeForm.Enum:
                _code.Append($"    public enum {name} {{ {Members(", ", EnumMember)} }}\n");
                break;
            case TypeForm.PositionalRecord:
                _code.Append($"    {modifiers} record {name}({Members(", ", member => Parameter(member, index))});\n");
                break;
            case TypeForm.RecordStruct:
                _code.Append($"    public {Pick(["readonly ", ""])}{Pick(["partial ", ""])}record struct {name}({Members(", ", member => Parameter(member, index))});\n");
                break;
            case TypeForm.GenericRecord:
                _code.Append($"    {modifiers} record {name}<T>(T Item, List<T> Items, {Members(", ", member => Parameter(member, index))});\n");
                break;
            case TypeForm.Class:
                _code.Append($"    {modifiers} class {name}\n    {{\n{Members("", member => Property(member, index))}    }}\n");
                break;
            case TypeForm.Inherited:
                _code.Append($"    {modifiers} class {name}Base\n    {{\n{Members("", member => Property("Base" + member, index))}    }}\n");
                _code.Append($"    {modifiers} class {name} : {name}Base\n    {{\n{Members("", member => Property(member, index))}    }}\n");
                break;
            case TypeForm.Constructor:
                DeclareWithConstructor(name, modifiers, index);
                break;
            default:
                DeclareFamily(name, index);
                break;
        }
    }

    private void DeclareWithConstructor(string name, string modifiers, int index)
    {
        var first = AnyType(index);
        var second = AnyType(index);
        _code.Append($$"""
                {{modifiers}} class {{name}}
                {
                    public {{name}}({{first}} first, {{second}} second) => (First, Second) = (first, second);
                    public {{first}} First { get; }
                    public {{second}} Second { get; }
            {{Members("", member => Property(member, index))}}    }

            """);
    }

    private void DeclareFamily(string name, int index)
    {
        var cases = _random.Next(1, 4);
        _code.Append(_random.Next(2) == 0 ? "    [JsonPolymorphic(TypeDiscriminatorPropertyName = \"kind\")]\n" : "");
        for (var i = 0; i < cases; i++)
        {
            _code.Append($"    [JsonDerivedType(typeof({name}Case{i}), \"case-{i}\")]\n");
        }

        _code.Append($"    public abstract partial record {name};\n");
        for (var i = 0; i < cases; i++)
        {
            _code.Append($"    public sealed partial record {name}Case{i}({Members(", ", member => Parameter(member, index))}) : {name};\n");
        }
    }

    private string Members(string separator, Func<string, string> write) =>
        string.Join(separator, Enumerable.Range(0, _random.Next(2, 6)).Select(number => write(FormattableString.Invariant($"{Pick(["Name", "URLValue", "Due_Date", "x2Y"])}{number}"))));

    private string EnumMember(string name) => _random.Next(3) switch
    {
        0 => $"[JsonStringEnumMemberName(\"{name.ToLowerInvariant()} of it\")] {name}",
        1 => $"[Description(\"What {name} means.\")] {name}",
        _ => name,
    };

    private string Parameter(string name, int index)
    {
        var type = AnyType(index);
        var attributes = MemberAttributes(type, "property: ", name);
        return $"{attributes}{type} {name}";
    }

    private string Property(string name, int index)
    {
        // A member that need not be given allows null, since nothing initialises it.
        var type = AnyType(index);
        var attributes = MemberAttributes(type, "", name);
        return _random.Next(4) switch
        {
            0 => $"        {attributes}public required {type} {name} {{ get; set; }}\n",
            1 => $"        {attributes}public required {type} {name} {{ get; init; }}\n",
            2 => $"        {attributes}[JsonInclude] public {type} {name} = default!;\n",
            _ => $"        {attributes}public {type} {name} {{ get; set; }} = default!;\n        public int Computed{name} => 1;\n",
        };
    }

    private string MemberAttributes(string type, string target, string name)
    {
        var attributes = _random.Next(5) == 0 ? $"[{target}JsonPropertyName(\"{name}-renamed\")] " : "";
        attributes += _random.Next(4) == 0 ? $"[Description(\"What {name} is, \\\"quoted\\\".\")] " : "";
        attributes += _random.Next(8) == 0 ? "[StreamAtomic] " : "";
        if (_random.Next(3) > 0)
        {
            return attributes;
        }

        return attributes + type switch
        {
            "int" or "long" or "decimal" or "double" => "[Range(-1000000, 1000000)] ",
            "string" => "[StringLength(1000)] ",
            _ when type.StartsWith("List<", StringComparison.Ordinal) => "[MaxLength(1000)] ",
            _ => "",
        };
    }

    /// <summary>A type that stands for a member of the type of that index: a scalar, an earlier one, or any one inside a list or as null.</summary>
    private string AnyType(int index)
    {
        switch (_random.Next(10))
        {
            case < 4:
                return Pick(Scalars);
            case 4:
                return Pick(Scalars) + "?";
            case 5 when index > 0:
                return UseOf(_random.Next(index));
            case 6:
                return NullableUse(index);
            case 7:
                return Format(Pick(Maps), Pick(Keys), Pick(Scalars));
            case 8:
                return Format(Pick(Sets), Pick(Scalars));
            default:
                return ListOf(_random.Next(3) == 0 || _types.Count == 0 ? Pick(Scalars) : _random.Next(3) == 0 ? "int?" : ListElement(index));
        }
    }

    // An array of bytes is no list.
    private string ListOf(string element) => Format(Pick(Lists), element == "byte" ? "int" : element);

    // A struct that holds itself, even as null, has no layout; one in a list of it has.
    private string NullableUse(int index)
    {
        var other = _random.Next(Math.Min(index + 2, _types.Count));
        return other >= index && _types[other].Form is TypeForm.RecordStruct or TypeForm.Enum ? "string?" : UseOf(other) + "?";
    }

    // A struct with an immutable array of itself cannot be loaded.
    private string ListElement(int index)
    {
        var last = index < _types.Count && _types[index].Form != TypeForm.RecordStruct ? index : index - 1;
        return last < 0 ? "string" : UseOf(_random.Next(last + 1));
    }

    private string UseOf(int index) => _types[index].Form == TypeForm.GenericRecord ? $"{_types[index].Name}<{(index % 2 == 0 ? "string" : "int?")}>" : _types[index].Name;

    private void Describe(string indent)
    {
        if (_random.Next(3) == 0)
        {
            _code.Append(indent).Append("[Description(\"A type of the test.\")]\n");
        }
    }

    private string Pick(IReadOnlyList<string> items) => items[_random.Next(items.Count)];

    private static string Format(string format, params object[] arguments) => string.Format(System.Globalization.CultureInfo.InvariantCulture, format, arguments);

    private sealed record DeclaredType(string Name, TypeForm Form);

    private enum TypeForm
    {
        Enum,
        PositionalRecord,
        RecordStruct,
        GenericRecord,
        Class,
        Inherited,
        Constructor,
        Family,
        Count,
    }
}
