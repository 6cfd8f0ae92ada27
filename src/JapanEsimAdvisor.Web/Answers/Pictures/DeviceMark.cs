using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Web.Answers.Pictures;

/// <summary>Outlines of devices, about twelve units a side around the origin.</summary>
public static class DeviceMark
{
    public const string Router = "M-6.5 .5h13v5.5h-13zM-3.5 3.2h.1M-.2 3.2h3.7M-4.5 -2.5q4.5 -4.5 9 0M-2 -.5v-.1M2 -.5v-.1";

    public static string Of(DeviceClass kind) => kind switch
    {
        DeviceClass.Phone => "M-3.5 -6.5h7v13h-7zM-.8 4.3h1.6",
        DeviceClass.Tablet => "M-5 -6.5h10v13h-10zM-1 4.3h2",
        DeviceClass.Laptop => "M-5 -4.5h10v7h-10zM-7 5h14",
        DeviceClass.Watch => "M-3.5 -3.5h7v7h-7zM-2 -3.5v-3h4v3M-2 3.5v3h4v-3",
        DeviceClass.Console => "M-7 -3.5h14v7h-14zM-4.5 0h3M-3 -1.5v3M3.5 0h.1",
        DeviceClass.EReader => "M-4.5 -6.5h9v13h-9zM-2.3 -3h4.6M-2.3 0h4.6",
        DeviceClass.Camera => "M-6.5 -3.5h13v8.5h-13zM-2.2 .8a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0 -4.4 0",
        _ => "M-4.5 -4.5h9v9h-9z",
    };
}
