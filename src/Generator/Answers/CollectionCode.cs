using TypedLlm.TypedAnswers;
using TypedLlm.Endpoints;

namespace TypedLlm.Generator;

/// <summary>The methods that read and write one type of collection.</summary>
internal sealed class CollectionCode(TypeUse use, int number)
{
    private const string Services = "global::TypedLlm.CompilerServices";
    private const string Generic = "global::System.Collections.Generic";
    private const string Immutable = "global::System.Collections.Immutable";

    public string Type { get; } = ValueCode.Bare(use);

    public string ReadName { get; } = $"ReadItems{CSharpLiterals.Number(number)}";

    public string WriteName { get; } = $"WriteItems{CSharpLiterals.Number(number)}";

    private string Element => use.Element!.Type;

    private string Key => use.Key!.Type;

    /// <summary>What the elements are collected in.</summary>
    private string Buffer => use switch
    {
        { Kind: TypeKind.Dictionary } => $"{Generic}.Dictionary<{Key}, {Element}>",
        { Collection: CollectionKind.HashSet or CollectionKind.ImmutableHashSet } => $"{Generic}.HashSet<{Element}>",
        { Collection: CollectionKind.Addable or CollectionKind.AddableSet } => Type,
        _ => $"{Generic}.List<{Element}>",
    };

    private bool IsSet => use.Collection is CollectionKind.HashSet or CollectionKind.ImmutableHashSet or CollectionKind.ImmutableSortedSet or CollectionKind.AddableSet;

    private string Result => use.Collection switch
    {
        CollectionKind.Array => "items.ToArray()",
        CollectionKind.ImmutableArray => $"{Immutable}.ImmutableArray.CreateRange(items)",
        CollectionKind.ImmutableList => $"{Immutable}.ImmutableList.CreateRange(items)",
        CollectionKind.ImmutableHashSet => $"{Immutable}.ImmutableHashSet.CreateRange(items)",
        CollectionKind.ImmutableSortedSet => $"{Immutable}.ImmutableSortedSet.CreateRange(items)",
        CollectionKind.ImmutableQueue => $"{Immutable}.ImmutableQueue.CreateRange(items)",
        CollectionKind.ImmutableStack => $"{Immutable}.ImmutableStack.CreateRange(items)",
        CollectionKind.Queue => $"new {Generic}.Queue<{Element}>(items)",
        CollectionKind.Stack => $"new {Generic}.Stack<{Element}>(items)",
        CollectionKind.ImmutableSortedDictionary => $"{Immutable}.ImmutableSortedDictionary.CreateRange(items)",
        CollectionKind.ImmutableDictionary => $"{Immutable}.ImmutableDictionary.CreateRange(items)",
        _ => "items",
    };

    /// <summary>Whether a name that stands for the key is read without its quotes.</summary>
    public static string KeyIsNumber(TypeUse key) => key.Kind is >= TypeKind.Boolean and <= TypeKind.Decimal ? "true" : "false";

    public void WriteReader(SourceWriter writer, ValueCode values)
    {
        writer.Write($"private static {Type} {ReadName}(ref {Services}.AnswerReader reader)");
        writer.Open();
        if (use.Kind == TypeKind.Dictionary)
        {
            WriteEntryReader(writer, values);
        }
        else
        {
            WriteElementReader(writer, values);
        }

        if (use is { Kind: TypeKind.Dictionary, Collection: CollectionKind.Addable })
        {
            writer.Write($$"""
                var result = new {{Type}}();
                foreach (var item in items)
                {
                    result.Add(item.Key, item.Value);
                }

                return result;
                """);
        }
        else
        {
            writer.Write($"return {Result};");
        }

        writer.Close();
    }

    public void WriteWriter(SourceWriter writer, ValueCode values)
    {
        var isStruct = use.Collection == CollectionKind.ImmutableArray;
        var (open, close) = use.Kind == TypeKind.Dictionary ? ("{", "}") : ("[", "]");
        writer.Write($"private static void {WriteName}(ref {Services}.AnswerWriter writer, {Type}{(isStruct ? "" : "?")} value)");
        writer.Open();
        writer.Write($$"""
            if ({{(isStruct ? "value.IsDefault" : "value is null")}})
            {
                writer.Raw("null"u8);
                return;
            }

            writer.Open("{{open}}"u8);
            var isFirst = true;
            foreach (var item in value)
            {
                if (!isFirst)
                {
                    writer.Raw(","u8);
                }

                isFirst = false;
            """);
        writer.Indent();
        if (use.Kind == TypeKind.Dictionary)
        {
            writer.Write(values.WriteKey(use.Key!, "item.Key"));
            writer.Write("writer.Raw(\":\"u8);");
            values.Write(writer, use.Element!, "item.Value");
        }
        else
        {
            values.Write(writer, use.Element!, "item");
        }

        writer.Close();
        writer.WriteLine();
        writer.Write($"writer.Close(\"{close}\"u8);");
        writer.Close();
    }

    private void WriteElementReader(SourceWriter writer, ValueCode values)
    {
        writer.Write($"""
            reader.BeginList();
            var items = new {Buffer}();
            """);
        if (IsSet)
        {
            writer.Write("var count = 0;");
        }

        writer.Write("while (reader.NextElement())");
        writer.Open();
        if (IsSet)
        {
            writer.Write("reader.CountKey(count++);");
        }

        writer.Write($"items.Add({values.Read(use.Element!)});");
        writer.Close();
        writer.WriteLine();
    }

    private void WriteEntryReader(SourceWriter writer, ValueCode values)
    {
        var keyIsNumber = KeyIsNumber(use.Key!);
        writer.Write($$"""
            var entries = reader.BeginEntries();
            var items = new {{Generic}}.Dictionary<{{Key}}, {{Element}}>();
            while (reader.NextEntry(ref entries))
            {
                reader.CountKey(items.Count);
                {{Key}} key = default!;
                {{Element}} value = default!;
                while (reader.NextPart(ref entries, keyIsNumber: {{keyIsNumber}}))
                {
                    if (entries.Current == 0)
                    {
                        key = {{values.Read(use.Key!)}};
                    }
                    else
                    {
                        value = {{values.Read(use.Element!)}};
                    }
                }

                if (!items.TryAdd(key, value))
                {
                    throw reader.RepeatedKey();
                }
            }

            """);
    }
}
