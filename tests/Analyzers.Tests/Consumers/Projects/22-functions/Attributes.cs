namespace VanArsdel.Functions;

[AttributeUsage(AttributeTargets.Method)]
public sealed class FunctionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

[AttributeUsage(AttributeTargets.Parameter)]
public sealed class QueueTriggerAttribute(string queue) : Attribute
{
    public string Queue { get; } = queue;

    public string? Connection { get; set; }
}
