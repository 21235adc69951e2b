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

    private static readonly string[] Keys = ["string", "bool", "int", "long", "Guid", "DateOnly"];
    private static readonly string[] Lists =
    [
        "{0}[]", "List<{0}>", "IReadOnlyList<{0}>", "IEnumerable<{0}>", "ICollection<{0}>", "ImmutableArray<{0}>", "ImmutableList<{0}>",
        "System.Collections.ObjectModel.Collection<{0}>", "Queue<{0}>", "ImmutableQueue<{0}>", "Stack<{0}>", "ImmutableStack<{0}>",
    ];

    private static readonly string[] Sets = ["HashSet<{0}>", "ISet<{0}>", "ImmutableHashSet<{0}>"];

    // What is equal in their order is one, so that texts, which cultures compare, are none of their elements.
    private static readonly string[] SortedSets = ["SortedSet<{0}>", "ImmutableSortedSet<{0}>"];
    private static readonly string[] Ordered = ["int", "char", "bool", "decimal", "Guid", "DateOnly"];
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
            var form = (TypeForm)_random.Next((int)TypeForm.Count);
            _types.Add(new DeclaredType($"T{i}", form, Holder(form)));
        }

        for (var i = 0; i < count; i++)
        {
            Declare(i);
        }

        _code.Append($"    public interface IAnswer {{ {(_random.Next(4) == 0 ? AnyType(count) : UseOf(count - 1))} Get(); }}\n");
    }

    // Attributes of a family name its types, which none can that has type parameters around it.
    private HolderForm Holder(TypeForm form) => _random.Next(8) switch
    {
        0 => HolderForm.Static,
        1 when form is not (TypeForm.Family or TypeForm.InterfaceFamily or TypeForm.OwnCaseFamily) => HolderForm.Generic,
        _ => HolderForm.None,
    };

    private void Declare(int index)
    {
        var (name, _, holder) = _types[index];
        if (holder == HolderForm.None)
        {
            DeclareType(index);
            return;
        }

        _code.Append(holder == HolderForm.Static ? $"    public static partial class Around{name}\n    {{\n" : $"    public partial class Around{name}<TAround>\n    {{\n");
        DeclareType(index);
        _code.Append("    }\n");
    }

    private void DeclareType(int index)
    {
        var (name, form, _) = _types[index];
        Describe("    ");
        if (form is not (TypeForm.Enum or TypeForm.Family or TypeForm.InterfaceFamily or TypeForm.OwnCaseFamily) && _random.Next(4) == 0)
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
                _code.Append($"    {modifiers} record {name}({Parameters(index)});\n");
                break;
            case TypeForm.RecordStruct:
                _code.Append($"    public {Pick(["readonly ", ""])}{Pick(["partial ", ""])}record struct {name}({Parameters(index)});\n");
                break;
            case TypeForm.GenericRecord:
                _code.Append($"    {modifiers} record {name}<T>(T Item, List<T> Items, {Parameters(index)});\n");
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
                DeclareFamily(name, form, index);
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
            {{(_random.Next(2) == 0 ? $"        public {name}() : this(default!, default!) {{ }}\n        [JsonConstructor]\n" : "")}}        public {{name}}({{first}} first, {{second}} second) => (First, Second) = (first, second);
                    public {{first}} First { get; }
                    public {{second}} Second { get; }
            {{Members("", member => Property(member, index))}}    }

            """);
    }

    private void DeclareFamily(string name, TypeForm form, int index)
    {
        var cases = _random.Next(1, 4);
        _code.Append(_random.Next(2) == 0 ? "    [JsonPolymorphic(TypeDiscriminatorPropertyName = \"kind\")]\n" : "");
        for (var i = 0; i < cases; i++)
        {
            _code.Append($"    [JsonDerivedType(typeof({name}Case{i}), \"case-{i}\")]\n");
        }

        if (form == TypeForm.OwnCaseFamily)
        {
            _code.Append($"    [JsonDerivedType(typeof({name}), \"itself\")]\n    public partial class {name}\n    {{\n{Members("", member => Property("Base" + member, index))}    }}\n");
        }
        else
        {
            _code.Append($"    public {(form == TypeForm.Family ? "abstract partial record" : "partial interface")} {name};\n");
        }

        for (var i = 0; i < cases; i++)
        {
            _code.Append(form == TypeForm.OwnCaseFamily
                ? $"    public {Pick(["sealed partial ", "sealed "])}class {name}Case{i} : {name}\n    {{\n{Members("", member => Property(member, index))}    }}\n"
                : $"    public {Pick(["sealed partial ", "sealed "])}record {name}Case{i}({Parameters(index)}) : {name};\n");
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

    /// <summary>Of parameters, the last may have a default.</summary>
    private string Parameters(int index)
    {
        var type = "";
        var parameters = Members(", ", name =>
        {
            type = AnyType(index);
            return $"{MemberAttributes(type, "property: ", name, isRequired: false)}{type} {name}";
        });
        return _random.Next(2) == 0 ? parameters : parameters + type switch
        {
            "string" => " = \"a \\\"text\\\"\"",
            "bool" => " = true",
            "int" or "long" or "decimal" or "double" => " = -7",
            _ when type.EndsWith('?') => " = null",
            _ => "",
        };
    }

    private string Property(string name, int index)
    {
        // A member that need not be given allows null, since nothing initialises it.
        var type = AnyType(index);
        var form = _random.Next(4);
        var attributes = MemberAttributes(type, "", name, isRequired: form < 2);
        return form switch
        {
            0 => $"        {attributes}public required {type} {name} {{ get; set; }}\n",
            1 => $"        {attributes}public required {type} {name} {{ get; init; }}\n",
            2 => $"        {attributes}[JsonInclude] public {type} {name} = default!;\n",
            _ => $"        {attributes}public {type} {name} {{ get; set; }} = default!;\n        public int Computed{name} => 1;\n",
        };
    }

    private string MemberAttributes(string type, string target, string name, bool isRequired)
    {
        var attributes = _random.Next(5) == 0 ? $"[{target}JsonPropertyName(\"{name}-renamed\")] " : "";
        attributes += _random.Next(4) == 0 ? $"[Description(\"What {name} is, \\\"quoted\\\".\")] " : "";
        attributes += _random.Next(8) == 0 ? $"[{Pick([target, ""])}StreamAtomic] " : "";

        // What is left out when it is written is null when it is read, so that it has to allow that.
        attributes += !isRequired && type.EndsWith('?') && _random.Next(3) == 0 ? $"[{target}JsonIgnore(Condition = JsonIgnoreCondition.{Pick(["WhenWritingNull", "WhenWritingDefault"])})] " : "";
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
                return Format(Pick(Maps), AnyKey(), Pick(Scalars));
            case 8:
                return _random.Next(3) == 0 ? Format(Pick(SortedSets), Pick(Ordered)) : Format(Pick(Sets), Pick(Scalars));
            default:
                return ListOf(_random.Next(3) == 0 || _types.Count == 0 ? Pick(Scalars) : _random.Next(3) == 0 ? "int?" : ListElement(index));
        }
    }

    private string AnyKey() => _types.FindIndex(type => type.Form == TypeForm.Enum) is >= 0 and var index && _random.Next(2) == 0 ? UseOf(index) : Pick(Keys);

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

    private string UseOf(int index)
    {
        var (name, form, holder) = _types[index];
        var around = holder switch { HolderForm.Static => $"Around{name}.", HolderForm.Generic => $"Around{name}<DateOnly>.", _ => "" };
        return around + (form == TypeForm.GenericRecord ? $"{name}<{(index % 2 == 0 ? "string" : "int?")}>" : name);
    }

    private void Describe(string indent)
    {
        if (_random.Next(3) == 0)
        {
            _code.Append(indent).Append("[Description(\"A type of the test.\")]\n");
        }
    }

    private string Pick(IReadOnlyList<string> items) => items[_random.Next(items.Count)];

    private static string Format(string format, params object[] arguments) => string.Format(System.Globalization.CultureInfo.InvariantCulture, format, arguments);

    private sealed record DeclaredType(string Name, TypeForm Form, HolderForm Holder);

    private enum HolderForm
    {
        None,
        Static,
        Generic,
    }

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
        InterfaceFamily,

        /// <summary>A family whose base is one of its own types.</summary>
        OwnCaseFamily,
        Count,
    }
}
